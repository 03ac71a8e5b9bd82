"""All rules, one a line, as `python -m selaras.rules.write_cards` writes it."""

# ruff: noqa: E501
from __future__ import annotations

#: Code, name, severity, scope, module, needs; groups of tables of which one is needed each; tables
#: that it looks at; what of a workbook it sees; columns that a table must have.
CARDS = """\
ANG001;angka.teks;warning;table;selaras.rules.ang.teks;uang;;;rows;
ANG002;angka.galat;error;table;selaras.rules.ang.galat;;;;rows;
ANG003;angka.rentang-sum;error;table;selaras.rules.ang.rentang_sum;uang,rumus;;;rows;
ANG004;angka.ketik-di-rumus;warning;table;selaras.rules.ang.ketik_di_rumus;uang,rumus;;;rows;
ANG005;angka.belum-dihitung;error;table;selaras.rules.ang.belum_dihitung;rumus;;;rows;
ANG006;angka.rumus-beda;warning;book;selaras.rules.ang.rumus_beda;;;;rows;
DAN001;dana.sumber-induk;warning;book;selaras.rules.dan.sumber_induk;;T-C.33,SIPD-17,SIPD-19,Tabel 4.1;;rows;sumber_dana
DAN002;dana.sumber-tak-dikenal;info;book;selaras.rules.dan.sumber_tak_dikenal;;T-C.33,SIPD-17,SIPD-19,Tabel 4.1;;rows;sumber_dana
IND001;indikator.indikator-kosong;warning;table;selaras.rules.ind.indikator_kosong;kode;;;rows;indikator
IND002;indikator.target-kosong;warning;table;selaras.rules.ind.target_kosong;target;;;rows;
IND003;indikator.satuan-berubah;warning;table;selaras.rules.ind.satuan_berubah;dua-target;;;rows;
IND004;indikator.target-nol;warning;table;selaras.rules.ind.target_nol;uang,target;;;rows;
IND005;indikator.prakiraan-maju;warning;book;selaras.rules.ind.prakiraan_maju;;T-C.33,SIPD-17,SIPD-19,Tabel 4.1;;rows;pagu,pagu_maju
IND006;indikator.indikator-nomenklatur;info;book;selaras.rules.ind.indikator_nomenklatur;kode,nomenklatur;;;rows;indikator
IND007;indikator.target-tak-terbaca;warning;table;selaras.rules.ind.target_tak_terbaca;target;;;rows;
ISI001;isi.sel-wajib;warning;table;selaras.rules.isi.sel_wajib;uang;;T-C.33,SIPD-17,SIPD-19,Tabel 4.1;rows;
JML001;jumlah.kegiatan;error;table;selaras.rules.jml.kegiatan;uang,kegiatan-beranak;;;rows;
JML002;jumlah.program;error;table;selaras.rules.jml.program;uang,program-beranak;;;rows;
JML003;jumlah.urusan;error;table;selaras.rules.jml.urusan;uang,urusan-beranak;;;rows;
JML004;jumlah.total;error;table;selaras.rules.jml.total;uang,jumlah;;;rows;
JML005;jumlah.rincian;error;table;selaras.rules.jml.rincian;uang,rincian;;;rows;
JML006;jumlah.sumber-dana;warning;table;selaras.rules.jml.sumber_dana;uang,sumber-dibagi;;T-C.33,SIPD-17,SIPD-19,Tabel 4.1;rows;pagu
JML007;jumlah.nilai;error;table;selaras.rules.jml.nilai;uang;;;rows;
JML008;jumlah.salin-tempel;warning;table;selaras.rules.jml.salin_tempel;uang,pohon;;;rows;
KOD001;kode.format;error;table;selaras.rules.kod.format;kode-tertulis;;;codes;
KOD002;kode.induk;error;table;selaras.rules.kod.induk;kode,satu-per-kode,bertingkat;;;codes;
KOD003;kode.ganda;error;table;selaras.rules.kod.ganda;kode,satu-per-kode;;;codes;
KOD004;kode.gaya;warning;table;selaras.rules.kod.gaya;kode;;;codes;
KOD005;kode.tak-terdaftar;warning;book;selaras.rules.kod.tak_terdaftar;kode,nomenklatur;;;codes;
KOD006;kode.nama-beda;error;book;selaras.rules.kod.nama_beda;kode,nomenklatur;;;codes;
KOD007;kode.kewenangan;error;book;selaras.rules.kod.kewenangan;kode;;;codes;
KOD008;kode.bidang-opd;error;book;selaras.rules.kod.bidang_opd;kode;;;codes;
KOD009;kode.urutan;warning;table;selaras.rules.kod.urutan;kode,satu-per-kode;;;codes;
KOD010;kode.rusak-excel;error;table;selaras.rules.kod.rusak_excel;kode;;;codes;
LBR001;lembar.tabel-wajib;warning;book;selaras.rules.lbr.tabel_wajib;;;;heads;
LBR002;lembar.kolom-wajib;warning;table;selaras.rules.lbr.kolom_wajib;;;;heads;
LBR003;lembar.tahun-judul;error;book;selaras.rules.lbr.tahun_judul;;;;heads;
LBR004;lembar.satuan-uang;error;book;selaras.rules.lbr.satuan_uang;uang;;;rows;
LBR005;lembar.baris-yatim;warning;table;selaras.rules.lbr.baris_yatim;uang;;;rows;
LBR006;lembar.lembar-tak-dikenal;info;book;selaras.rules.lbr.lembar_tak_dikenal;;;;rows;
LBR007;lembar.tersembunyi;info;book;selaras.rules.lbr.tersembunyi;;;;rows;
LBR008;lembar.sel-gabung;info;table;selaras.rules.lbr.sel_gabung;;;;rows;
LBR009;lembar.tabel-kosong;error;book;selaras.rules.lbr.tabel_kosong;;;;heads;
LBR010;lembar.milik-lain;warning;book;selaras.rules.lbr.milik_lain;;;;heads;
LBR011;lembar.kolom-tak-terbaca;warning;table;selaras.rules.lbr.kolom_tak_terbaca;;;;rows;
NAR001;narasi.terbilang;warning;book;selaras.rules.nar.terbilang;;;;rows;
NAR002;narasi.narasi-angka;warning;book;selaras.rules.nar.narasi_angka;;;;rows;
RKP001;rkpd.program-hilang;error;book;selaras.rules.rkp.program_hilang;;T-C.31;;rows;
RKP002;rkpd.di-atas-pagu;warning;book;selaras.rules.rkp.di_atas_pagu;;T-C.31;;rows;rkpd_pagu,kebutuhan_dana
RKP003;rkpd.selisih-tanpa-alasan;warning;book;selaras.rules.rkp.selisih_tanpa_alasan;;T-C.31;;rows;rkpd_pagu,kebutuhan_dana
RKP004;rkpd.beda-tc33;error;book;selaras.rules.rkp.beda_tc33;uang,program-disebut;T-C.31|T-C.33,SIPD-17,SIPD-19,Tabel 4.1;;rows;
RKP005;rkpd.indikator-beda;warning;book;selaras.rules.rkp.indikator_beda;;T-C.31;;rows;
RKP006;rkpd.total-beda;error;book;selaras.rules.rkp.total_beda;total;T-C.31|T-C.33,SIPD-17,SIPD-19,Tabel 4.1;;rows;
RST001;renstra.kolom-8;error;table;selaras.rules.rst.kolom_8;;;T-C.29;rows;tingkat_realisasi,realisasi_renja,target_renja
RST002;renstra.kolom-10;warning;table;selaras.rules.rst.kolom_10;;;T-C.29;rows;realisasi_lalu,realisasi_renja,target_berjalan,realisasi_berjalan
RST003;renstra.kolom-11;warning;table;selaras.rules.rst.kolom_11;;;T-C.29;rows;tingkat_capaian,realisasi_berjalan,target_akhir
RST004;renstra.target-renja;error;book;selaras.rules.rst.target_renja;setingkat;T-C.33,SIPD-17,SIPD-19,Tabel 4.1|T-C.27,T-C.30;;rows;
RST005;renstra.target-beda;warning;book;selaras.rules.rst.target_beda;;T-C.29|T-C.30;;rows;
RST006;renstra.realisasi-beda;warning;book;selaras.rules.rst.realisasi_beda;;T-C.29|T-C.30;;rows;
RST007;renstra.proyeksi;warning;table;selaras.rules.rst.proyeksi;;;T-C.30;rows;
RST008;renstra.di-luar-renstra;warning;book;selaras.rules.rst.di_luar_renstra;kode;T-C.33,SIPD-17,SIPD-19,Tabel 4.1|T-C.27,T-C.29;;rows;
RST009;renstra.pagu-renstra;warning;book;selaras.rules.rst.pagu_renstra;kode,uang;T-C.33,SIPD-17,SIPD-19,Tabel 4.1|T-C.27;;rows;
RST010;renstra.kondisi-akhir;error;table;selaras.rules.rst.kondisi_akhir;;;T-C.27;rows;
RST011;renstra.arah;info;table;selaras.rules.rst.arah;dua-target;;T-C.23,T-C.25,T-C.27,T-C.30,Tabel 3.1;rows;
RST012;renstra.rasio;error;table;selaras.rules.rst.rasio;;;T-C.23,T-C.24,E.81;rows;
SYS001;sistem.aturan-gagal;error;run;selaras.rules.sys.run;;;;rows;
SYS002;sistem.berkas-tak-terbaca;error;run;selaras.rules.sys.run;;;;rows;
SYS003;sistem.batas-tercapai;error;run;selaras.rules.sys.run;;;;rows;
SYS004;sistem.pengecualian-mati;warning;run;selaras.rules.sys.run;;;;rows;
SYS005;sistem.berkas-lain;info;run;selaras.rules.sys.run;;;;rows;
TBL001;tabel.pagu-beda;error;book;selaras.rules.tbl.pagu_beda;;T-C.33,SIPD-17,SIPD-19|Tabel 4.1,SIPD-17,SIPD-19,salinan;;rows;
TBL002;tabel.nama-beda;info;book;selaras.rules.tbl.nama_beda;setingkat;T-C.33,SIPD-17,SIPD-19|Tabel 4.1,SIPD-17,SIPD-19,salinan;;rows;
TBL003;tabel.target-beda;warning;book;selaras.rules.tbl.target_beda;setingkat;T-C.33,SIPD-17,SIPD-19|Tabel 4.1,SIPD-17,SIPD-19,salinan;;rows;
TBL004;tabel.hanya-satu;error;book;selaras.rules.tbl.hanya_satu;;T-C.33,SIPD-17,SIPD-19|Tabel 4.1,SIPD-17,SIPD-19,salinan;;rows;
TBL005;tabel.tahun-lalu;warning;book;selaras.rules.tbl.tahun_lalu;;T-C.29|Tabel 2.2;;rows;
"""
